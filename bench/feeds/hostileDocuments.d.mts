export interface HostileDocument {
  readonly name: string;
  /** The document at a share (0..1) of its full size. */
  write(share: number): string;
}

export declare const HOSTILE_DOCUMENTS: readonly HostileDocument[];
