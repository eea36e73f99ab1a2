/** Carries the filling-in over a form that is sent by its address, which loses what stood in the address before. */
export function FlowField({ flow }: { flow: string | undefined }) {
  return flow === undefined ? null : <input type="hidden" name="flow" value={flow} />;
}
