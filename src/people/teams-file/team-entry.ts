/** What a file, or a form, says of one team: by field, as written, with the line that it stands on. */
export interface TeamEntry {
  key: string;
  line: number;
  /** By names such as `name`, `hours.mon`, `due.urgent`. Lists are written apart by spaces or commas. */
  fields: Map<string, { value: string; line: number }>;
}

/** The fields that a team has in files and forms. */
export const teamFields = [
  ...['name', 'owns', 'enabled', 'time_zone'],
  ...['hours.mon', 'hours.tue', 'hours.wed', 'hours.thu', 'hours.fri', 'hours.sat', 'hours.sun', 'holidays'],
  ...['due.urgent', 'due.high', 'due.normal', 'due.low', 'capacity', 'overflow', 'languages', 'members'],
];

/** Something wrong in a file, with its place. */
export interface FileProblem {
  line: number;
  field: string;
  message: string;
}
