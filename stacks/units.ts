/** The units that can be addressed: linked to every function, because variables have no room for a county's. */
import { stage } from "./stage.ts";

export const units = new sst.Linkable("Units", { properties: { value: stage.units } });
