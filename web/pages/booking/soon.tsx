import type { SoonProps } from "../soon.tsx";
import { SoonPage } from "../soon.tsx";

/** Until bookings are there. */
export function BookingSoonPage(props: SoonProps) {
  return <SoonPage {...props} door="bookings" />;
}
