/** A request that cannot be granted: told to whoever asked, with what would be right. */
export class UserError extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.name = 'UserError';
    this.statusCode = statusCode;
  }
}

/** @throws UserError 404 saying what there is no such thing of. */
export function notFound(what: string, next: string): UserError {
  return new UserError(404, `There is no ${what}. ${next}`);
}
