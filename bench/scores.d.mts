export interface Found {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly found: readonly string[];
}

export interface Score {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

export function scoreOf(storyline: string, items: readonly Found[]): Score;
export function sumOf(scores: readonly Score[]): Score;
export function precisionOf(score: Score): number;
export function recallOf(score: Score): number;
