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
  /** Whether the same folder can be opened by several processes at once, one of which writes. Left out: it cannot. */
  readonly shared?: boolean;
}

/** A view store in a folder of its own. */
export class ViewsUnderTest {
  private readonly others: ViewStore[] = [];

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

  /** Opens the store once more, as another process does that runs beside the first. */
  async another(): Promise<ViewStore> {
    const other = await this.adapter.open({ folder: this.folder });
    this.others.push(other);
    return other;
  }

  async remove(): Promise<void> {
    for (const views of [...this.others, this.views]) await views.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export type ViewsTest = () => ViewsUnderTest;
