/** An item of a transaction: a number in FIMI files, a name in CSV. */
export type Item = number | string;

/** Told of each transaction in turn: the first `count` of `items`, a list that is good only during the call. */
export type VisitBasket = (items: readonly Item[], count: number) => void;

/** How a file of transactions is written: one a line, its items numbers with spaces between (FIMI), or names with commas. */
export const basketFormats = ['fimi', 'csv'] as const;
export type BasketFormat = (typeof basketFormats)[number];

/** More items than this in one transaction is taken for a file of another kind. */
export const mostItems = 1_000_000;
