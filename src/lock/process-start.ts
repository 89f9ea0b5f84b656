import { readFile } from 'node:fs/promises';

/**
 * When a process started, as text to compare: pids are used again, this is not. It joins the boot's id with field 22 of
 * `/proc/<pid>/stat` (proc(5): clock ticks from boot to the start). Null where the system has no `/proc`, or the
 * process is gone.
 */
export async function processStart(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces and parentheses itself.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()} ${fields[22 - 3]}`;
  } catch {
    return null;
  }
}
