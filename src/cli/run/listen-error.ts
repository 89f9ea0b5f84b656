/** Says why a server cannot listen, and which setting would be another. */
export function listenError(host: string, port: number, setting: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is taken. Set ${setting} to another, or stop what uses it.`, { cause });
  }
  return new Error(`Earshot cannot listen on ${host}:${port} (${code ?? cause}).`, { cause });
}
