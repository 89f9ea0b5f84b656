const names: Record<string, string> = {
  earshot: 'Earshot',
  browser: 'a person at the pages',
  'command line': 'the terminal',
};

/** Who did something, as people read it. */
export function actorName(actor: string): string {
  return names[actor] ?? actor;
}
