import type { Content, Hooks } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface ButtonProps {
  kind?: "primary" | "secondary" | "warning" | "inverse" | undefined;
  /** With an address it is a link that looks like a button. */
  href?: string | undefined;
  type?: "submit" | "button" | "reset" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  /** The browser's own wish to send elsewhere than the form says, such as "back" without losing anything. */
  formaction?: string | undefined;
  /** A second tap within a second does nothing; the server keeps its own guard. */
  preventDoubleClick?: boolean | undefined;
  class?: string | undefined;
  hooks?: Hooks | undefined;
  children?: Content;
}

export function Button({ kind = "primary", href, children, ...props }: ButtonProps) {
  const classes = join("govuk-button", props.class, kind !== "primary" && `govuk-button--${kind}`);
  if (href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a link that looks like a button is announced as one, as govuk-frontend does.
      <a
        href={href}
        role="button"
        draggable={false}
        class={classes}
        data-module="govuk-button"
        id={props.id}
        {...props.hooks}
      >
        {children}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? "submit"}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? "true" : undefined}
      formaction={props.formaction}
      data-prevent-double-click={
        props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)
      }
      class={classes}
      data-module="govuk-button"
      id={props.id}
      {...props.hooks}
    >
      {children}
    </button>
  );
}

/** Buttons side by side at a desk, one below the other on a phone. */
export function ButtonGroup({ children }: { children?: Content }) {
  return <div class="govuk-button-group">{children}</div>;
}
