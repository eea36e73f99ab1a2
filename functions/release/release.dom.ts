/** Loaded when a copy is cleaned: by name, because a bundle gives a package that is loaded late another shape. */
export { DOMParser, XMLSerializer } from "@xmldom/xmldom";
