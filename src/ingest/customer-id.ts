/** A customer's id as the store compares it: a mail address without regard to case, anything else as written. */
export function customerId(written: string | null): string | null {
  return written?.includes('@') ? written.toLowerCase() : written;
}
