/**
 * The strongly connected components of a graph (Tarjan 1972, without recursion): groups of nodes that all reach each other.
 * Every node is in exactly one group, most of them alone.
 */
export function cyclesIn(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];
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
    const cycle = open.splice(open.lastIndexOf(node));
    for (const member of cycle) isOpen.delete(member);
    cycles.push(cycle);
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
  return cycles;
}
