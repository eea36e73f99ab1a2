/** The XML reader behind one import, because a bundle gives a CommonJS package loaded late no names of its own. */
export { DOMParser } from "@xmldom/xmldom";
