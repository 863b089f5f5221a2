/** Says on stderr what is going on, so that the tables on stdout stay clean. */
export function progress(text) {
  process.stderr.write(`… ${text}\n`);
}
