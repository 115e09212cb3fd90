/** Where a value stands in its document: keys and list positions from the top. */
export type Path = readonly (string | number)[];
