/** A noun as a row of a query can be typed: interfaces have no index signature, their mapped copies do. */
export type RowOf<T> = { [K in keyof T]: T[K] };
