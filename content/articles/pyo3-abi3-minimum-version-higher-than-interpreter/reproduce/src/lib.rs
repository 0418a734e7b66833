//! An empty crate: its dependency fails to build.
