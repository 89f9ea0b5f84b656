/**
 * Transactions reduced to what mining needs: only frequent items, each known by its rank (0 is the most frequent), each
 * transaction's ranks in ascending order, one transaction after another.
 */
export interface BasketTable {
  /** Transactions in all, those without any frequent item among them. */
  transactions: number;
  /** Transactions that an item must be in to be frequent. */
  minSupport: number;
  /** Name of each rank. */
  names: readonly string[];
  /** Transactions that hold each rank. */
  supports: Int32Array;
  /** Ranks of all kept transactions; transaction t is `ranks` from `starts[t]` to `starts[t + 1]`. */
  ranks: Int32Array;
  starts: Int32Array;
}
