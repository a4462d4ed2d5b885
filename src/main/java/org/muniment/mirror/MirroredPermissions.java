package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.function.Function;

/// Who may read a file, the same on both sides.
record MirroredPermissions(Copies copies, Path file, PosixFileAttributeView lead, Function<Side, Path> paths)
        implements PosixFileAttributeView {
    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
        copies.change(file, 0, side -> Files.setPosixFilePermissions(paths.apply(side), permissions));
    }

    @Override
    public String name() {
        return lead.name();
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
        return lead.readAttributes();
    }

    @Override
    public void setTimes(FileTime modified, FileTime read, FileTime made) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setGroup(GroupPrincipal group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
        return lead.getOwner();
    }

    @Override
    public void setOwner(UserPrincipal owner) {
        throw new UnsupportedOperationException();
    }
}
