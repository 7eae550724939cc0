import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewStore } from '../../ports/view-store.js';

/** What the contract needs to know of an adapter. */
export interface ViewStoreAdapter {
  /** Opens the store that is kept in a folder; the same folder again is the same store. */
  open(options: { readonly folder: string }): ViewStore | Promise<ViewStore>;
  /** Whether what was committed is there when the same folder is opened again. */
  readonly durable: boolean;
}

/** A view store in a folder of its own. */
export class ViewsUnderTest {
  private constructor(
    private readonly adapter: ViewStoreAdapter,
    private readonly folder: string,
    public views: ViewStore,
  ) {}

  static async open(adapter: ViewStoreAdapter): Promise<ViewsUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'view-store-'));
    return new ViewsUnderTest(adapter, folder, await adapter.open({ folder }));
  }

  /** Closes the store and opens it again, as after a restart. */
  async reopen(): Promise<void> {
    await this.views.close();
    this.views = await this.adapter.open({ folder: this.folder });
  }

  async remove(): Promise<void> {
    await this.views.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export type ViewsTest = () => ViewsUnderTest;
