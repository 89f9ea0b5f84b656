/** What somebody asked for cannot be done, with what would be right. The status is what HTTP calls it. */
export class Refusal extends Error {
  readonly statusCode: 400 | 404 | 409;

  constructor(message: string, statusCode: 400 | 404 | 409 = 400) {
    super(message);
    this.name = 'Refusal';
    this.statusCode = statusCode;
  }
}
