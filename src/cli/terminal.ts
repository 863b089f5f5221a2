/** What a person at a terminal reads: lines, and one line of progress that is redrawn in place. */

export interface Terminal {
  /** To standard output: what was asked for. */
  out(line: string): void;
  /** To standard output: one of many lines alike, cut where a terminal would break it; elsewhere it stays whole. */
  row(line: string): void;
  /** To standard error: what is going on. */
  note(line: string): void;
  /** Redraws one line on a terminal; elsewhere says nothing, so that logs stay short. */
  progress(line: string): void;
  /** Ends the line of progress. */
  done(): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

const CLEAR = '\r\u001b[2K';

/** Some terminals do not say how wide they are. */
const USUAL_WIDTH = 80;

/** One column stays free: a terminal whose last one is taken may already break the line. */
function fitted(line: string, { columns }: Stream): string {
  const width = (columns || USUAL_WIDTH) - 1;
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

/** The terminal over this process's own streams. */
export function openTerminal(stdout: Stream = process.stdout, stderr: Stream = process.stderr): Terminal {
  let shown = '';
  const clear = () => {
    if (shown !== '') stderr.write(CLEAR);
  };
  const redraw = () => {
    if (shown !== '') stderr.write(shown);
  };
  const write = (stream: Stream, line: string) => {
    clear();
    stream.write(`${line}\n`);
    redraw();
  };
  return {
    out: (line) => write(stdout, line),
    row: (line) => write(stdout, stdout.isTTY ? fitted(line, stdout) : line),
    note: (line) => write(stderr, line),
    progress(line) {
      if (!stderr.isTTY) return;
      clear();
      shown = fitted(line, stderr);
      redraw();
    },
    done() {
      clear();
      shown = '';
    },
  };
}
