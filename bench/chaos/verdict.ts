import type { ChaosReport } from './run-chaos.ts';

/** What is wrong with the outcome, in sentences; empty where every text was analysed and routed exactly once. */
export function faultsOf({ counts, different }: ChaosReport, texts: number): string[] {
  const { waiting, keptAside, duplicates, documents, tallied, cases, openings } = counts;
  return [
    counts.texts !== texts && `${texts} texts were sent, ${counts.texts} are stored.`,
    waiting > 0 && `${waiting} texts still wait.`,
    keptAside > 0 && `${keptAside} texts were kept aside.`,
    documents + duplicates !== texts && `${documents} texts were analysed and ${duplicates} are duplicates.`,
    tallied !== documents && `${documents} texts are stored, but ${tallied} were counted.`,
    openings !== cases && `${cases} cases were opened ${openings} times.`,
    different > 0 && `${different} texts differ from what comes of them without faults.`,
  ].filter((fault) => fault !== false);
}
