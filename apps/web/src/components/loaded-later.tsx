import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';

/**
 * A part of a screen that is loaded when it is first shown, so that the screen itself is there sooner: windows and forms are
 * most of the code, and few visits open one. The screen around it stays as it is.
 */
export function loadedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return function LoadedLater(props: Props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    );
  };
}
