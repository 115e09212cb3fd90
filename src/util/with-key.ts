/** The members of a union that may have a key; unlike `Extract`, also those that have one of several. */
export type WithKey<Union extends { readonly key: string }, Key extends Union['key']> = Union extends unknown
  ? Key extends Union['key']
    ? Union
    : never
  : never;
