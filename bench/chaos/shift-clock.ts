/**
 * Puts the clock of a process ahead, or behind, by the seconds of `CHAOS_CLOCK_SECONDS`; loaded before the program. Timers
 * go on as they do: a wrong clock does not make time pass faster.
 */
const offset = Number(process.env.CHAOS_CLOCK_SECONDS ?? 0) * 1000;
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...(given as [string]));
  }
  static override now(): number {
    return RealDate.now() + offset;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
