package org.glance4j.contract;

import org.junit.jupiter.api.Nested;

/** The whole contract. An adapter's test extends it once for each target and profile. */
public abstract class ImageServiceContract {

    /**
     * Returns the target that the contract is held against.
     *
     * @return the target
     */
    protected abstract ContractTarget target();

    /** Adding members. */
    @Nested
    public class MemberOffers extends MemberOfferContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Setting a member's status, and what follows from it. */
    @Nested
    public class MemberDecisions extends MemberDecisionContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Showing and listing members. */
    @Nested
    public class MemberReads extends MemberReadContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Removing members. */
    @Nested
    public class MemberRemovals extends MemberRemovalContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** What the wire says of members, and the order of checks. */
    @Nested
    public class MemberWires extends MemberWireContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Who sees what. */
    @Nested
    public class Visibilities extends VisibilityContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Listing images. */
    @Nested
    public class Lists extends ListContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Creating, showing and deleting images. */
    @Nested
    public class Images extends ImageContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** What lists are narrowed by. */
    @Nested
    public class Filters extends FilterContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** The order of lists. */
    @Nested
    public class Sorts extends SortContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Changing images. */
    @Nested
    public class Patchs extends PatchContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Patches that the port cannot say. */
    @Nested
    public class PatchWires extends PatchWireContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Tags. */
    @Nested
    public class Tags extends TagContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Image data. */
    @Nested
    public class Data extends DataContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Staging and importing image data, and its tasks. */
    @Nested
    public class Imports extends ImportContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Imports that the port cannot say, and the order of checks. */
    @Nested
    public class ImportWires extends ImportWireContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Stores. */
    @Nested
    public class Stores extends StoreContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Roles. */
    @Nested
    public class Roles extends RoleContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Forms of refusals. */
    @Nested
    public class ErrorForms extends ErrorFormContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** What the service says of itself. */
    @Nested
    public class Services extends ServiceContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Namespaces of the metadata catalog. */
    @Nested
    public class Namespaces extends NamespaceContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Tasks. */
    @Nested
    public class Tasks extends TaskContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Listing namespaces. */
    @Nested
    public class NamespaceLists extends NamespaceListContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** The objects of namespaces. */
    @Nested
    public class MetadefObjects extends MetadefObjectContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** The properties of namespaces. */
    @Nested
    public class MetadefProperties extends MetadefPropertyContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** The tags of namespaces. */
    @Nested
    public class MetadefTags extends MetadefTagContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** Types of resources, and what holds of all that a namespace holds. */
    @Nested
    public class ResourceTypes extends ResourceTypeContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** What the wire says of the metadata catalog. */
    @Nested
    public class MetadefWires extends MetadefWireContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }

    /** The cache of image data. */
    @Nested
    public class Caches extends CacheContract {
        @Override
        protected ContractTarget target() {
            return ImageServiceContract.this.target();
        }
    }
}
