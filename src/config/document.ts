/** The settings as people read them: a file to fill in, and a table. */
import { SETTINGS, SETTINGS_FILE, type Setting } from './settings.ts';

const WIDTH = 100;

/** Words of `text` in lines of at most `width` characters. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function fileEntry({ name, meaning, usual, secret }: Setting): readonly string[] {
  const twin = secret ? [`# or the file that holds it: ${name}_FILE=`] : [];
  return ['', ...wrapped(meaning, WIDTH).map((line) => `# ${line}`), `#${name}=${usual ?? ''}`, ...twin];
}

interface Group {
  readonly title: string;
  readonly settings: readonly Setting[];
}

function groupsOf(settings: readonly Setting[]): readonly Group[] {
  const titles = [...new Set(settings.map(({ group }) => group))];
  return titles.map((title) => ({ title, settings: settings.filter(({ group }) => group === title) }));
}

/** A settings file with nothing set: every line to uncomment, with its default. */
export function settingsFile(): string {
  const groups = groupsOf(SETTINGS).flatMap(({ title, settings }) => [
    '',
    `# ---- ${title} ----`,
    ...settings.flatMap(fileEntry),
  ]);
  const head = [
    '# Settings of Deadline Desk. Save as desk.env where "desk" is started, or name it in DESK_SETTINGS; a variable of the',
    '# same name in the environment goes before it. "desk check" says what holds.',
  ];
  return `${[...head, ...groups].join('\n')}\n`;
}

function tableRow({ name, meaning, usual, secret }: Setting): string {
  const names = secret ? `\`${name}\` (or \`${name}_FILE\`)` : `\`${name}\``;
  return `| ${names} | ${meaning} | ${usual === null ? '–' : `\`${usual}\``} |`;
}

/** The same as tables of Markdown, a group each. */
export function settingsTables(): string {
  const groups = groupsOf([...SETTINGS, SETTINGS_FILE]).map(({ title, settings }) =>
    [`## ${title}`, '', '| setting | meaning | default |', '|---|---|---|', ...settings.map(tableRow), ''].join('\n'),
  );
  return groups.join('\n');
}
