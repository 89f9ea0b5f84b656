/** Shows one panel at a time, by the keyboard pattern of ARIA's tabs: arrows, Home and End move, and moving selects. */
export function startTabs(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const tabs = [...group.querySelectorAll<HTMLElement>('[role="tab"]')];
    const select = (chosen: HTMLElement) => {
      for (const tab of tabs) {
        const isChosen = tab === chosen;
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
        if (panel) panel.hidden = !isChosen;
      }
    };
    for (const tab of tabs) tab.addEventListener('click', () => select(tab));
    group.addEventListener('keydown', (event) => {
      const at = tabs.indexOf(event.target as HTMLElement);
      const next = at < 0 ? undefined : neighbour(tabs, at, event.key);
      if (!next) return;
      event.preventDefault();
      select(next);
      next.focus();
    });
    const first = tabs[0];
    if (first) select(first);
  }
}

function neighbour(tabs: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowRight') return tabs[(at + 1) % tabs.length];
  if (key === 'ArrowLeft') return tabs.at(at - 1);
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs.at(-1) : undefined;
}
