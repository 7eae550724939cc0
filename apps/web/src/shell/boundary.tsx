import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onReset: () => void;
  readonly failed: (error: unknown, again: () => void) => ReactNode;
}

/** Shows something else where a part inside could not be drawn. */
export class Boundary extends Component<Props, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return this.props.failed(error, () => {
      this.props.onReset();
      this.setState({ error: undefined });
    });
  }
}
