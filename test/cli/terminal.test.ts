import { describe, expect, it } from 'vitest';
import { openTerminal } from '../../src/cli/terminal.ts';

const CLEAR = '\r\u001b[2K';
const LONG = 'a line that says more than a narrow terminal has room for';

/** Both streams over one paper, in the order of their writing; `columns` null is a pipe. */
function terminalOf(columns: number | null) {
  const written: string[] = [];
  const stream = {
    write: (text: string) => written.push(text) > 0,
    isTTY: columns !== null,
    columns: columns ?? 0,
  };
  return { terminal: openTerminal(stream, stream), paper: () => written.join('') };
}

describe('a terminal', () => {
  it('breaks no row: what does not fit ends with an ellipsis', () => {
    const { terminal, paper } = terminalOf(20);
    terminal.row(LONG);
    expect(paper()).toBe('a line that says m…\n');
  });

  it('leaves whole what was asked for', () => {
    const { terminal, paper } = terminalOf(20);
    terminal.out(LONG);
    terminal.note(LONG);
    expect(paper()).toBe(`${LONG}\n${LONG}\n`);
  });

  it('draws its progress again under each line, and takes it away at the end', () => {
    const { terminal, paper } = terminalOf(80);
    terminal.progress('half');
    terminal.row('post');
    terminal.progress('whole');
    terminal.done();
    terminal.out('summary');
    expect(paper()).toBe(`half${CLEAR}post\nhalf${CLEAR}whole${CLEAR}summary\n`);
  });

  it('keeps its progress in one line', () => {
    const { terminal, paper } = terminalOf(20);
    terminal.progress(LONG);
    expect(paper()).toHaveLength(19);
  });

  it('that does not say how wide it is counts as 80 columns', () => {
    const { terminal, paper } = terminalOf(0);
    terminal.row(LONG.repeat(2));
    expect(paper()).toHaveLength(80);
  });
});

describe('a pipe', () => {
  it('gets whole rows, no progress and no control character', () => {
    const { terminal, paper } = terminalOf(null);
    terminal.progress('half');
    terminal.row(LONG);
    terminal.done();
    expect(paper()).toBe(`${LONG}\n`);
  });
});
