/** Where a value is in its document: keys and list indexes from the top. */
export type Path = readonly (string | number)[];
