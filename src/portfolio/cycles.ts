/**
 * The strongly connected components of a graph (Tarjan 1972), without recursion: nodes that reach each other, each node in one
 * of them, most alone in theirs.
 */
export function circlesIn(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  const enter = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    isOpen.add(node);
    return { node, left: [...next(node)] };
  };
  const lower = (node: string, to: number) => lowest.set(node, Math.min(lowest.get(node)!, to));
  const leave = (node: string) => {
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.lastIndexOf(node));
    for (const one of circle) isOpen.delete(one);
    circles.push(circle);
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    while (path.length > 0) {
      const { node, left } = path.at(-1)!;
      const to = left.pop();
      if (to === undefined) {
        leave(node);
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.node, lowest.get(node)!);
      } else if (!order.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) lower(node, order.get(to)!);
    }
  }
  return circles;
}
