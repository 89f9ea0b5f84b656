/**
 * Steps from one marked piece of evidence to the next, by the buttons, or by n and p while the text has the focus; a goes
 * from the text to the form that adds a topic.
 */
function start(): void {
  const steps = document.querySelector<HTMLElement>('[data-steps]');
  const reader = document.querySelector<HTMLElement>('.reader');
  if (!steps || !reader) return;
  let at = -1;

  const move = (by: number) => {
    const marks = shownMarks(reader);
    if (marks.length === 0) return;
    at = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
    const mark = marks[at];
    if (!mark) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center' });
  };

  steps.hidden = reader.querySelector('mark') === null;
  for (const button of steps.querySelectorAll<HTMLElement>('[data-step]')) {
    button.addEventListener('click', () => move(Number(button.dataset.step)));
  }
  reader.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'n') move(1);
    if (event.key === 'p') move(-1);
    if (event.key === 'a') {
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-add]')?.focus();
    }
  });
}

/** The outermost marks whose categories are switched on. */
function shownMarks(reader: HTMLElement): HTMLElement[] {
  return [...reader.querySelectorAll<HTMLElement>('mark')].filter(
    (mark) => !mark.parentElement?.closest('mark') && [mark, ...mark.querySelectorAll('mark')].some(isSwitchedOn),
  );
}

function isSwitchedOn(mark: Element): boolean {
  const name = [...mark.classList].find((value) => value.startsWith('evidence-'));
  const box = name ? document.getElementById(name) : null;
  return !(box instanceof HTMLInputElement) || box.checked;
}

start();
