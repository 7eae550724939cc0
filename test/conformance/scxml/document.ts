import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One element of an SCXML document; names carry no namespace prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly and indirectly below it. */
  readonly text: string;
  /** Where the document came from, for what it refers to by file name. */
  readonly folder: string;
}

/** Reads an SCXML document. */
export function readDocument(file: string): Element {
  return elementOf(parse(readFileSync(file, 'utf8')), dirname(file));
}

/** The text of a file that a document refers to, `file:` or not. */
export function readBeside(element: Element, reference: string): string {
  return readFileSync(join(element.folder, reference.replace(/^file:/, '')), 'utf8');
}

/** The document inside a `<content>`, or in the file it was asked from. */
export function documentIn(text: string, folder: string): Element {
  return elementOf(parse(text), folder);
}

/** The children with one of these names, in document order. */
export function childrenOf(element: Element, ...names: readonly string[]): readonly Element[] {
  return element.children.filter(({ name }) => names.includes(name));
}

/** The words of an attribute that is a list. */
export const wordsOf = (list: string | undefined): readonly string[] =>
  (list ?? '').split(/\s+/).filter((word) => word !== '');

/** An element and everything below it, in document order. */
export function* withDescendants(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* withDescendants(child);
}

function parse(text: string): XmlElement {
  const { root } = parseXml(text);
  if (root === null) throw new Error('the document has no element');
  return root;
}

function elementOf(node: XmlElement, folder: string): Element {
  const prefix = node.name.indexOf(':');
  return {
    name: node.name.slice(prefix + 1),
    attributes: node.attributes,
    children: node.children
      .filter((child): child is XmlElement => child instanceof XmlElement)
      .map((child) => elementOf(child, folder)),
    text: node.text,
    folder,
  };
}
