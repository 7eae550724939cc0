import { readerInCheckout } from './checkout-copy.js';
import { describePage } from './page.js';

describePage('docs/how-to/add-a-store.md', readerInCheckout());
