import type { Hooks } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { FieldProps } from "./form-group.tsx";
import { descriptionIds, Field } from "./form-group.tsx";

export interface FileUploadProps extends FieldProps {
  /** Types and endings that the file chooser offers; a phone then also offers its camera for images. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** The bucket answers a form without a file in its own words, so the browser had better not send it. */
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  hooks?: Hooks | undefined;
}

export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <input
        class={join("govuk-file-upload", props.class, props.error && "govuk-file-upload--error")}
        id={id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        required={props.required}
        aria-describedby={descriptionIds({ ...props, id })}
        accept={props.accept}
        {...props.hooks}
      />
    </Field>
  );
}
