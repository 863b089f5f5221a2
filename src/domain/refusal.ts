/** An expected no, written for the person who asked: says what, where and what to do. Everything else is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
