import declared from './collections.json';

/** How one collection is kept. Deployment and simulator read the same file. */
export interface CollectionDeclaration {
  /** Top-level fields that are encrypted before they leave the function (rule H2). */
  readonly sealed: readonly string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly fields: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
    readonly unique?: boolean;
  }[];
}

export type CollectionName = keyof typeof declared;

/** TypeScript reads `"asc"` in a JSON file as any string; the test of this folder checks the file against the type. */
export const collections = declared as unknown as Record<CollectionName, CollectionDeclaration>;
