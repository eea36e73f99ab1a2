import type { SoonProps } from "../soon.tsx";
import { SoonPage } from "../soon.tsx";

/** Until guides are there. */
export function GuideSoonPage(props: SoonProps) {
  return <SoonPage {...props} door="guides" />;
}
