/** A labelled text: how it feels, −1 to 1, and where it is from. */
export interface Example {
  text: string;
  /** −1 negative, 0 neutral, 1 positive. */
  feeling: -1 | 0 | 1;
  /** The kind of text, which several sources may share. */
  kind: string;
}

/** A set of texts with what may be done with it. */
export interface Source {
  name: string;
  licence: string;
  /** How its labels are read as feelings. */
  labels: string;
  read(folder: string): Example[];
}
