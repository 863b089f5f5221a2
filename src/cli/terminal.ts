/** What a person at a terminal reads: lines, and one line of progress that is redrawn in place. */

export interface Terminal {
  /** To standard output: what was asked for. */
  out(line: string): void;
  /** To standard error: what is going on. */
  note(line: string): void;
  /** Redraws one line on a terminal; elsewhere says nothing, so that logs stay short. */
  progress(line: string): void;
  /** Ends the line of progress. */
  done(): void;
}

const CLEAR = '\r\u001b[2K';

/** The terminal over this process's own streams. */
export function openTerminal(
  stdout: Pick<NodeJS.WriteStream, 'write'> = process.stdout,
  stderr: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'> = process.stderr,
): Terminal {
  let shown = '';
  const clear = () => {
    if (shown !== '') stderr.write(CLEAR);
  };
  const redraw = () => {
    if (shown !== '') stderr.write(shown);
  };
  return {
    out(line) {
      clear();
      stdout.write(`${line}\n`);
      redraw();
    },
    note(line) {
      clear();
      stderr.write(`${line}\n`);
      redraw();
    },
    progress(line) {
      if (!stderr.isTTY) return;
      clear();
      shown = line.slice(0, (stderr.columns || 80) - 1);
      redraw();
    },
    done() {
      clear();
      shown = '';
    },
  };
}
