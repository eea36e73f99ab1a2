import { Input, Textarea } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { CodedBox, CodedBoxes, OwnerBox, YesNo } from "./choice-fields.tsx";
import type { BoxProps } from "./field-ground.tsx";
import { hintOf, valueAt } from "./field-ground.tsx";
import { DayBoxes, LimitBoxes } from "./time-fields.tsx";
import { labelOf } from "./words.ts";

/** A field by its kind, with what it is for, and what the linter says of it. */
export function GuideFieldBox(props: BoxProps) {
  const { field, name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const shared = {
    name,
    label: labelOf(name, copies),
    hint: hintOf(props),
    error: ground.errorAt(name),
  };
  const value = valueAt(ground.values, name);
  switch (field.kind) {
    case "text":
      return <Textarea {...shared} rows={rowsFor(value)} value={value} />;
    case "lines":
      return <Textarea {...shared} rows={3} value={value} />;
    case "number":
      return <Input {...shared} width={4} inputmode="numeric" value={value} />;
    case "yesno":
      return <YesNo {...props} />;
    case "day":
      return <DayBoxes {...props} />;
    case "limit":
      return <LimitBoxes {...props} />;
    case "coded":
      return <CodedBox {...props} />;
    case "codedMany":
      return <CodedBoxes {...props} />;
    case "owner":
      return <OwnerBox {...props} />;
    default:
      return <Input {...shared} value={value} />;
  }
}

const rowsFor = (value: string): number => Math.min(14, Math.max(3, Math.ceil(value.length / 40)));
