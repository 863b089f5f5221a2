/** What the database takes of its disk, and what is left there; both 0 for one in memory. */
export interface Space {
  readonly bytes: number;
  readonly freeBytes: number;
}
