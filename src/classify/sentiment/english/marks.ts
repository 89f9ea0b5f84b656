/** Where a clause ends by a mark. */
export const boundary = new Set(['.', ',', ';', ':', '!', '?', '(', ')', '…', '...', '--', '"']);
